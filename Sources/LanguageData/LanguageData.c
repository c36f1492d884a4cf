#include "LanguageData.h"

// One line here for every file of language: `EMBED` names its bytes, the table at the end its path.
// A test compares the table with the folders, so a file that is forgotten here is found.

static const unsigned char nl_interface[] = {
#embed "packs/nl/interface.txt"
};
static const unsigned char en_interface[] = {
#embed "packs/en/interface.txt"
};
static const unsigned char nl_arrange[] = {
#embed "packs/nl/arrange.pack"
};
static const unsigned char nl_ask[] = {
#embed "packs/nl/ask.pack"
};
static const unsigned char nl_listen[] = {
#embed "packs/nl/listen.pack"
};
static const unsigned char nl_steps[] = {
#embed "packs/nl/steps.pack"
};
static const unsigned char nl_tell_advise[] = {
#embed "packs/nl/tell-advise.pack"
};
static const unsigned char nl_tell_own[] = {
#embed "packs/nl/tell-own.pack"
};
static const unsigned char nl_words[] = {
#embed "packs/nl/words.pack"
};
static const unsigned char en_words[] = {
#embed "packs/en/words.pack"
};

#define FILE_OF(path, bytes) {path, bytes, sizeof bytes}

static const embedded_file files[] = {
    FILE_OF("nl/interface.txt", nl_interface),
    FILE_OF("en/interface.txt", en_interface),
    FILE_OF("nl/arrange.pack", nl_arrange),
    FILE_OF("nl/ask.pack", nl_ask),
    FILE_OF("nl/listen.pack", nl_listen),
    FILE_OF("nl/steps.pack", nl_steps),
    FILE_OF("nl/tell-advise.pack", nl_tell_advise),
    FILE_OF("nl/tell-own.pack", nl_tell_own),
    FILE_OF("nl/words.pack", nl_words),
    FILE_OF("en/words.pack", en_words),
};

const embedded_file *embedded_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
