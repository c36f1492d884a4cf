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
static const unsigned char nl_everyday_pack[] = {
#embed "packs/nl/everyday.pack"
};
static const unsigned char nl_feedback_txt[] = {
#embed "packs/nl/feedback.txt"
};
static const unsigned char nl_hint_txt[] = {
#embed "packs/nl/hint.txt"
};
static const unsigned char nl_hints_table_pack[] = {
#embed "packs/nl/hints-table.pack"
};
static const unsigned char nl_hints_pack[] = {
#embed "packs/nl/hints.pack"
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
static const unsigned char nl_persona_commands_txt[] = {
#embed "packs/nl/persona-commands.txt"
};
static const unsigned char nl_persona_txt[] = {
#embed "packs/nl/persona.txt"
};
static const unsigned char nl_practice_txt[] = {
#embed "packs/nl/practice.txt"
};
static const unsigned char nl_review_txt[] = {
#embed "packs/nl/review.txt"
};
static const unsigned char nl_report_txt[] = {
#embed "packs/nl/report.txt"
};
static const unsigned char nl_discussion_txt[] = {
#embed "packs/nl/discussion.txt"
};
static const unsigned char nl_workshop_txt[] = {
#embed "packs/nl/workshop.txt"
};
static const unsigned char nl_workshop_guide_txt[] = {
#embed "packs/nl/workshop-guide.txt"
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
static const unsigned char en_affirm_pack[] = {
#embed "packs/en/affirm.pack"
};
static const unsigned char en_arrange_pack[] = {
#embed "packs/en/arrange.pack"
};
static const unsigned char en_ask_pack[] = {
#embed "packs/en/ask.pack"
};
static const unsigned char en_direct_pack[] = {
#embed "packs/en/direct.pack"
};
static const unsigned char en_everyday_pack[] = {
#embed "packs/en/everyday.pack"
};
static const unsigned char en_feedback_txt[] = {
#embed "packs/en/feedback.txt"
};
static const unsigned char en_hint_txt[] = {
#embed "packs/en/hint.txt"
};
static const unsigned char en_hints_table_pack[] = {
#embed "packs/en/hints-table.pack"
};
static const unsigned char en_hints_pack[] = {
#embed "packs/en/hints.pack"
};
static const unsigned char en_inform_pack[] = {
#embed "packs/en/inform.pack"
};
static const unsigned char en_interface_txt[] = {
#embed "packs/en/interface.txt"
};
static const unsigned char en_judge_pack[] = {
#embed "packs/en/judge.pack"
};
static const unsigned char en_lead_pack[] = {
#embed "packs/en/lead.pack"
};
static const unsigned char en_listen_pack[] = {
#embed "packs/en/listen.pack"
};
static const unsigned char en_moves_txt[] = {
#embed "packs/en/moves.txt"
};
static const unsigned char en_persona_commands_txt[] = {
#embed "packs/en/persona-commands.txt"
};
static const unsigned char en_persona_txt[] = {
#embed "packs/en/persona.txt"
};
static const unsigned char en_practice_txt[] = {
#embed "packs/en/practice.txt"
};
static const unsigned char en_review_txt[] = {
#embed "packs/en/review.txt"
};
static const unsigned char en_report_txt[] = {
#embed "packs/en/report.txt"
};
static const unsigned char en_discussion_txt[] = {
#embed "packs/en/discussion.txt"
};
static const unsigned char en_workshop_txt[] = {
#embed "packs/en/workshop.txt"
};
static const unsigned char en_workshop_guide_txt[] = {
#embed "packs/en/workshop-guide.txt"
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
static const unsigned char cues_en_pack[] = {
#embed "packs/cues/en.pack"
};
static const unsigned char cues_nl_pack[] = {
#embed "packs/cues/nl.pack"
};
static const unsigned char fallbacks_en_md[] = {
#embed "packs/fallbacks/en.md"
};
static const unsigned char fallbacks_nl_md[] = {
#embed "packs/fallbacks/nl.md"
};
static const unsigned char pages_en_txt[] = {
#embed "packs/pages/en.txt"
};
static const unsigned char pages_nl_txt[] = {
#embed "packs/pages/nl.txt"
};
static const unsigned char speakers_txt[] = {
#embed "packs/speakers.txt"
};
static const unsigned char style_report_css[] = {
#embed "packs/style/report.css"
};
static const unsigned char style_sheets_css[] = {
#embed "packs/style/sheets.css"
};
static const unsigned char style_workshop_css[] = {
#embed "packs/style/workshop.css"
};
static const unsigned char guides_en_md[] = {
#embed "../../Personas/README.md"
};
static const unsigned char guides_nl_md[] = {
#embed "../../Personas/LEESMIJ.md"
};
static const unsigned char templates_en_md[] = {
#embed "packs/templates/en.md"
};
static const unsigned char templates_nl_md[] = {
#embed "packs/templates/nl.md"
};
static const unsigned char personas_ellen_md[] = {
#embed "../../Personas/ellen.md"
};
static const unsigned char personas_gwen_md[] = {
#embed "../../Personas/gwen.md"
};
static const unsigned char personas_henk_md[] = {
#embed "../../Personas/henk.md"
};
static const unsigned char personas_jelle_md[] = {
#embed "../../Personas/jelle.md"
};
static const unsigned char personas_joost_md[] = {
#embed "../../Personas/joost.md"
};
static const unsigned char personas_lewis_md[] = {
#embed "../../Personas/lewis.md"
};
static const unsigned char personas_marloes_md[] = {
#embed "../../Personas/marloes.md"
};
static const unsigned char personas_maya_md[] = {
#embed "../../Personas/maya.md"
};
static const unsigned char personas_noor_md[] = {
#embed "../../Personas/noor.md"
};
static const unsigned char personas_sanne_md[] = {
#embed "../../Personas/sanne.md"
};
static const unsigned char personas_tess_md[] = {
#embed "../../Personas/tess.md"
};
static const unsigned char personas_theo_md[] = {
#embed "../../Personas/theo.md"
};

#define FILE_OF(path, bytes) {path, bytes, sizeof bytes}

static const embedded_file files[] = {
    FILE_OF("nl/arrange.pack", nl_arrange_pack),
    FILE_OF("nl/ask.pack", nl_ask_pack),
    FILE_OF("nl/everyday.pack", nl_everyday_pack),
    FILE_OF("nl/feedback.txt", nl_feedback_txt),
    FILE_OF("nl/hint.txt", nl_hint_txt),
    FILE_OF("nl/hints-table.pack", nl_hints_table_pack),
    FILE_OF("nl/hints.pack", nl_hints_pack),
    FILE_OF("nl/interface.txt", nl_interface_txt),
    FILE_OF("nl/listen.pack", nl_listen_pack),
    FILE_OF("nl/moves.txt", nl_moves_txt),
    FILE_OF("nl/persona-commands.txt", nl_persona_commands_txt),
    FILE_OF("nl/persona.txt", nl_persona_txt),
    FILE_OF("nl/practice.txt", nl_practice_txt),
    FILE_OF("nl/review.txt", nl_review_txt),
    FILE_OF("nl/report.txt", nl_report_txt),
    FILE_OF("nl/discussion.txt", nl_discussion_txt),
    FILE_OF("nl/workshop.txt", nl_workshop_txt),
    FILE_OF("nl/workshop-guide.txt", nl_workshop_guide_txt),
    FILE_OF("nl/steps.pack", nl_steps_pack),
    FILE_OF("nl/stopwords.pack", nl_stopwords_pack),
    FILE_OF("nl/tell-advise.pack", nl_tell_advise_pack),
    FILE_OF("nl/tell-own.pack", nl_tell_own_pack),
    FILE_OF("nl/words.pack", nl_words_pack),
    FILE_OF("en/advise.pack", en_advise_pack),
    FILE_OF("en/affirm.pack", en_affirm_pack),
    FILE_OF("en/arrange.pack", en_arrange_pack),
    FILE_OF("en/ask.pack", en_ask_pack),
    FILE_OF("en/direct.pack", en_direct_pack),
    FILE_OF("en/everyday.pack", en_everyday_pack),
    FILE_OF("en/feedback.txt", en_feedback_txt),
    FILE_OF("en/hint.txt", en_hint_txt),
    FILE_OF("en/hints-table.pack", en_hints_table_pack),
    FILE_OF("en/hints.pack", en_hints_pack),
    FILE_OF("en/inform.pack", en_inform_pack),
    FILE_OF("en/interface.txt", en_interface_txt),
    FILE_OF("en/judge.pack", en_judge_pack),
    FILE_OF("en/lead.pack", en_lead_pack),
    FILE_OF("en/listen.pack", en_listen_pack),
    FILE_OF("en/moves.txt", en_moves_txt),
    FILE_OF("en/persona-commands.txt", en_persona_commands_txt),
    FILE_OF("en/persona.txt", en_persona_txt),
    FILE_OF("en/practice.txt", en_practice_txt),
    FILE_OF("en/review.txt", en_review_txt),
    FILE_OF("en/report.txt", en_report_txt),
    FILE_OF("en/discussion.txt", en_discussion_txt),
    FILE_OF("en/workshop.txt", en_workshop_txt),
    FILE_OF("en/workshop-guide.txt", en_workshop_guide_txt),
    FILE_OF("en/steps.pack", en_steps_pack),
    FILE_OF("en/stopwords.pack", en_stopwords_pack),
    FILE_OF("en/tell.pack", en_tell_pack),
    FILE_OF("en/words.pack", en_words_pack),
    FILE_OF("cues/en.pack", cues_en_pack),
    FILE_OF("cues/nl.pack", cues_nl_pack),
    FILE_OF("fallbacks/en.md", fallbacks_en_md),
    FILE_OF("fallbacks/nl.md", fallbacks_nl_md),
    FILE_OF("pages/en.txt", pages_en_txt),
    FILE_OF("pages/nl.txt", pages_nl_txt),
    FILE_OF("speakers.txt", speakers_txt),
    FILE_OF("style/report.css", style_report_css),
    FILE_OF("style/sheets.css", style_sheets_css),
    FILE_OF("style/workshop.css", style_workshop_css),
    FILE_OF("guides/en.md", guides_en_md),
    FILE_OF("guides/nl.md", guides_nl_md),
    FILE_OF("templates/en.md", templates_en_md),
    FILE_OF("templates/nl.md", templates_nl_md),
    FILE_OF("Personas/ellen.md", personas_ellen_md),
    FILE_OF("Personas/gwen.md", personas_gwen_md),
    FILE_OF("Personas/henk.md", personas_henk_md),
    FILE_OF("Personas/jelle.md", personas_jelle_md),
    FILE_OF("Personas/joost.md", personas_joost_md),
    FILE_OF("Personas/lewis.md", personas_lewis_md),
    FILE_OF("Personas/marloes.md", personas_marloes_md),
    FILE_OF("Personas/maya.md", personas_maya_md),
    FILE_OF("Personas/noor.md", personas_noor_md),
    FILE_OF("Personas/sanne.md", personas_sanne_md),
    FILE_OF("Personas/tess.md", personas_tess_md),
    FILE_OF("Personas/theo.md", personas_theo_md),
};

const embedded_file *embedded_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
