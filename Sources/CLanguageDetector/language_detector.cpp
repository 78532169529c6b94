#include "language_detector.h"

// The header that follows names FILE without saying where it comes from.
#include <cstdio>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

const char *relata_language(const char *text, int length, int *percent) {
    CLD2::Language languages[3];
    int percents[3], bytes = 0;
    bool is_reliable = false;
    CLD2::Language found = CLD2::DetectLanguageSummary(
        text, length, true, languages, percents, &bytes, &is_reliable);
    *percent = percents[0];
    return is_reliable && languages[0] == found ? CLD2::LanguageCode(found) : "un";
}
