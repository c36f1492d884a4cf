// What Swift cannot call itself: variadic functions, the global streams, a sigaction union and the fd_set macros.
//
// Only libedit's wide functions are used: GNU/Linux and macOS both have them, and a text then crosses the border once,
// as Unicode scalars (`wchar_t` is UTF-32 on both in a UTF-8 locale).
#pragma once

#include <errno.h>
#include <fcntl.h>
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <unistd.h>
#include <wchar.h>

typedef wchar_t *(*cedit_prompt_function)(EditLine *);
typedef int (*cedit_read_function)(EditLine *, wchar_t *);
typedef unsigned char (*cedit_key_function)(EditLine *, wint_t);

// MARK: Editor

// A stream goes as `void *`: what a FILE is to Swift differs from one libc to the next.
static inline EditLine *cedit_init(const char *program, void *output) {
  return el_init_fd(program, stdin, output, stderr, STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO);
}

static inline void cedit_set_client(EditLine *el, void *client) { el_wset(el, EL_CLIENTDATA, client); }

static inline void *cedit_client(EditLine *el) {
  void *client = NULL;
  el_wget(el, EL_CLIENTDATA, &client);
  return client;
}

static inline void cedit_set_prompt(EditLine *el, cedit_prompt_function prompt) { el_wset(el, EL_PROMPT, prompt); }

static inline void cedit_set_reader(EditLine *el, cedit_read_function reader) { el_wset(el, EL_GETCFN, reader); }

static inline void cedit_set_emacs(EditLine *el) { el_wset(el, EL_EDITOR, L"emacs"); }

static inline int cedit_is_vi(EditLine *el) {
  const wchar_t *editor = NULL;
  return el_wget(el, EL_EDITOR, &editor) == 0 && editor != NULL && wcscmp(editor, L"vi") == 0;
}

// False after "edit off" in ~/.editrc, and in a terminal of type emacs.
static inline int cedit_is_editing(EditLine *el) {
  int editing = 1;
  return el_wget(el, EL_EDITMODE, &editing) == 0 && editing != 0;
}

// libedit keeps `name` and `help`, so both must live as long as the editor.
static inline void cedit_add_function(
    EditLine *el, const wchar_t *name, const wchar_t *help, cedit_key_function function) {
  el_wset(el, EL_ADDFN, name, help, function);
}

static inline void cedit_bind(EditLine *el, const wchar_t *key, const wchar_t *command) {
  el_wset(el, EL_BIND, key, command, NULL);
}

static inline void cedit_prepare_terminal(EditLine *el, int raw) { el_wset(el, EL_PREP_TERM, raw); }

// Draws prompt and line anew from where the cursor stands.
static inline void cedit_refresh(EditLine *el) { el_wset(el, EL_REFRESH); }

// MARK: History

static inline void cedit_use_history(EditLine *el, HistoryW *history) { el_wset(el, EL_HIST, history_w, history); }

static inline void cedit_history_limit(HistoryW *history, int limit) {
  HistEventW event;
  history_w(history, &event, H_SETSIZE, limit);
}

static inline void cedit_history_enter(HistoryW *history, const wchar_t *line) {
  HistEventW event;
  history_w(history, &event, H_ENTER, line);
}

// MARK: Streams and locale

// What was printed before a prompt must stand above it.
static inline void cedit_flush_stdout(void) { fflush(stdout); }

#ifdef __APPLE__
typedef int (*cedit_write_function)(void *, const char *, int);

static inline void *cedit_open_stream(void *client, cedit_write_function writer) {
  return funopen(client, NULL, writer, NULL, NULL);
}
#else
// The feature macros that show these names in <stdio.h> cannot be set from here; glibc and musl agree on them.
typedef struct {
  ssize_t (*read)(void *, char *, size_t);
  ssize_t (*write)(void *, const char *, size_t);
  int (*seek)(void *, off_t *, int);
  int (*close)(void *);
} cedit_cookie_functions;

FILE *cedit_fopencookie(void *, const char *, cedit_cookie_functions) __asm__("fopencookie");

typedef ssize_t (*cedit_write_function)(void *, const char *, size_t);

static inline void *cedit_open_stream(void *client, cedit_write_function writer) {
  return cedit_fopencookie(client, "w", (cedit_cookie_functions){.write = writer});
}
#endif

static inline void cedit_flush_stream(void *stream) { fflush(stream); }

static inline void cedit_close_stream(void *stream) { fclose(stream); }

// libedit writes characters through the locale; without a UTF-8 one it would show é as \U+00E9.
static inline void cedit_use_utf8(void) {
  const char *candidates[] = {"", "C.UTF-8", "UTF-8", "en_US.UTF-8"};
  for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
    if (setlocale(LC_CTYPE, candidates[i]) != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
  }
}

// MARK: Terminal

static inline int cedit_window_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

// MARK: Signals

// Installs `handler`, but leaves a signal alone that was ignored when we started (nohup); true if installed.
static inline int cedit_catch(int number, void (*handler)(int), int even_if_ignored, struct sigaction *before) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  if (sigaction(number, NULL, before) != 0) return 0;
  if (before->sa_handler == SIG_IGN && !even_if_ignored) return 0;
  return sigaction(number, &action, NULL) == 0;
}

static inline void cedit_release(int number, const struct sigaction *before) { sigaction(number, before, NULL); }

#define CEDIT_INPUT_READY 1
#define CEDIT_SIGNAL_READY 2

// Waits until one of the two can be read, at most `patience` milliseconds; a negative number is for ever. `select`, because
// `poll` does not take a terminal on every macOS.
static inline int cedit_wait(int input, int signals, int patience) {
  for (;;) {
    fd_set set;
    FD_ZERO(&set);
    FD_SET(input, &set);
    FD_SET(signals, &set);
    int highest = input > signals ? input : signals;
    struct timeval most = {patience / 1000, patience % 1000 * 1000};
    if (select(highest + 1, &set, NULL, NULL, patience < 0 ? NULL : &most) < 0) {
      if (errno == EINTR) continue;
      return CEDIT_INPUT_READY;
    }
    return (FD_ISSET(input, &set) ? CEDIT_INPUT_READY : 0) | (FD_ISSET(signals, &set) ? CEDIT_SIGNAL_READY : 0);
  }
}
