#pragma once
#include <stddef.h>

/// A file that was compiled into the program: its path as it stands in the repository, and its bytes.
typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t count;
} embedded_file;

/// All files compiled into the program. `count` receives how many there are.
const embedded_file *embedded_files(size_t *count);
