#ifndef RELATA_LANGUAGE_DETECTOR_H
#define RELATA_LANGUAGE_DETECTOR_H

#ifdef __cplusplus
extern "C" {
#endif

/// The code of the language that most of a text is in ("en", "de", "zh"), by CLD2; "un" where none is sure.
///
/// `text` is valid UTF-8 of `length` bytes. `percent` becomes the share of the text in that language, 0 to 100.
const char *relata_language(const char *text, int length, int *percent);

#ifdef __cplusplus
}
#endif

#endif
