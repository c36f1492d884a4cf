#include "LanguageData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// One line here for every file of language: `EMBED` names its bytes, the table at the end its path.
// A test compares the table with the folders, so a file that is forgotten here is found.

static const unsigned char nl_interface[] = {
#embed "packs/nl/interface.txt"
};
static const unsigned char en_interface[] = {
#embed "packs/en/interface.txt"
};
static const unsigned char nl_persona[] = {
#embed "packs/nl/persona.txt"
};
static const unsigned char nl_fallbacks[] = {
#embed "packs/fallbacks/nl.md"
};
static const unsigned char en_persona[] = {
#embed "packs/en/persona.txt"
};
static const unsigned char en_fallbacks[] = {
#embed "packs/fallbacks/en.md"
};
static const unsigned char nl_template[] = {
#embed "packs/templates/nl.md"
};
static const unsigned char en_template[] = {
#embed "packs/templates/en.md"
};
static const unsigned char nl_pages[] = {
#embed "packs/pages/nl.txt"
};
static const unsigned char en_pages[] = {
#embed "packs/pages/en.txt"
};

#define FILE_OF(path, bytes) {path, bytes, sizeof bytes}

static const embedded_file files[] = {
    FILE_OF("nl/interface.txt", nl_interface),
    FILE_OF("en/interface.txt", en_interface),
    FILE_OF("nl/persona.txt", nl_persona),
    FILE_OF("fallbacks/nl.md", nl_fallbacks),
    FILE_OF("en/persona.txt", en_persona),
    FILE_OF("fallbacks/en.md", en_fallbacks),
    FILE_OF("templates/nl.md", nl_template),
    FILE_OF("templates/en.md", en_template),
    FILE_OF("pages/nl.txt", nl_pages),
    FILE_OF("pages/en.txt", en_pages),
};

const embedded_file *embedded_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
