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
static const unsigned char en_ask[] = {
#embed "packs/en/ask.pack"
};
static const unsigned char en_listen[] = {
#embed "packs/en/listen.pack"
};
static const unsigned char en_affirm[] = {
#embed "packs/en/affirm.pack"
};
static const unsigned char en_advise[] = {
#embed "packs/en/advise.pack"
};
static const unsigned char en_direct[] = {
#embed "packs/en/direct.pack"
};
static const unsigned char en_lead[] = {
#embed "packs/en/lead.pack"
};
static const unsigned char en_tell[] = {
#embed "packs/en/tell.pack"
};
static const unsigned char en_judge[] = {
#embed "packs/en/judge.pack"
};
static const unsigned char en_inform[] = {
#embed "packs/en/inform.pack"
};
static const unsigned char en_arrange[] = {
#embed "packs/en/arrange.pack"
};
static const unsigned char en_steps[] = {
#embed "packs/en/steps.pack"
};

#define FILE_OF(path, bytes) {path, bytes, sizeof bytes}

static const embedded_file files[] = {
    FILE_OF("nl/interface.txt", nl_interface),
    FILE_OF("en/interface.txt", en_interface),
    FILE_OF("nl/words.pack", nl_words),
    FILE_OF("en/words.pack", en_words),
    FILE_OF("en/ask.pack", en_ask),
    FILE_OF("en/listen.pack", en_listen),
    FILE_OF("en/affirm.pack", en_affirm),
    FILE_OF("en/advise.pack", en_advise),
    FILE_OF("en/direct.pack", en_direct),
    FILE_OF("en/lead.pack", en_lead),
    FILE_OF("en/tell.pack", en_tell),
    FILE_OF("en/judge.pack", en_judge),
    FILE_OF("en/inform.pack", en_inform),
    FILE_OF("en/arrange.pack", en_arrange),
    FILE_OF("en/steps.pack", en_steps),
};

const embedded_file *embedded_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
