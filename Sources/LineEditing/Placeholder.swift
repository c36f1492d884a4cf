internal import CEdit
