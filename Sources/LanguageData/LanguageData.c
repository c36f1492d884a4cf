#include "LanguageData.h"

// `#embed` is C23; Clang and GCC have it in every mode, and warn of it in older ones.
#pragma clang diagnostic ignored "-Wc23-extensions"

// Every file of language has its bytes here and its path in the table at the end. A test compares the table with the
// folders, so a file that is forgotten here is found.

static const unsigned char nl_arrange_pack[] = {
#embed "packs/nl/arrange.pack"
};
static const unsigned char nl_ask_pack[] = {
#embed "packs/nl/ask.pack"
};
static const unsigned char nl_feedback_txt[] = {
#embed "packs/nl/feedback.txt"
};
static const unsigned char nl_interface_txt[] = {
#embed "packs/nl/interface.txt"
};
static const unsigned char nl_listen_pack[] = {
#embed "packs/nl/listen.pack"
};
static const unsigned char nl_moves_txt[] = {
#embed "packs/nl/moves.txt"
};
static const unsigned char nl_persona_txt[] = {
#embed "packs/nl/persona.txt"
};
static const unsigned char nl_steps_pack[] = {
#embed "packs/nl/steps.pack"
};
static const unsigned char nl_stopwords_pack[] = {
#embed "packs/nl/stopwords.pack"
};
static const unsigned char nl_tell_advise_pack[] = {
#embed "packs/nl/tell-advise.pack"
};
static const unsigned char nl_tell_own_pack[] = {
#embed "packs/nl/tell-own.pack"
};
static const unsigned char nl_words_pack[] = {
#embed "packs/nl/words.pack"
};
static const unsigned char en_advise_pack[] = {
#embed "packs/en/advise.pack"
};
static const unsigned char en_arrange_pack[] = {
#embed "packs/en/arrange.pack"
};
static const unsigned char en_ask_pack[] = {
#embed "packs/en/ask.pack"
};
static const unsigned char en_feedback_txt[] = {
#embed "packs/en/feedback.txt"
};
static const unsigned char en_interface_txt[] = {
#embed "packs/en/interface.txt"
};
static const unsigned char en_listen_pack[] = {
#embed "packs/en/listen.pack"
};
static const unsigned char en_moves_txt[] = {
#embed "packs/en/moves.txt"
};
static const unsigned char en_persona_txt[] = {
#embed "packs/en/persona.txt"
};
static const unsigned char en_steps_pack[] = {
#embed "packs/en/steps.pack"
};
static const unsigned char en_stopwords_pack[] = {
#embed "packs/en/stopwords.pack"
};
static const unsigned char en_tell_pack[] = {
#embed "packs/en/tell.pack"
};
static const unsigned char en_words_pack[] = {
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
