#include "LanguageData.h"

// One line here for every file of language: `EMBED` names its bytes, the table at the end its path.
// A test compares the table with the folders, so a file that is forgotten here is found.

static const unsigned char nl_interface[] = {
#embed "packs/nl/interface.txt"
};
static const unsigned char en_interface[] = {
#embed "packs/en/interface.txt"
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
    FILE_OF("nl/words.pack", nl_words),
    FILE_OF("en/words.pack", en_words),
};

const embedded_file *embedded_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
