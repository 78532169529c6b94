#ifndef RELATA_CGMIME_SHIM_H
#define RELATA_CGMIME_SHIM_H

#include <gmime/gmime.h>

// The casts and type checks of GObject are macros, which Swift does not see.
static inline int relata_is_multipart(GMimeObject *part) { return GMIME_IS_MULTIPART(part); }
static inline int relata_is_part(GMimeObject *part) { return GMIME_IS_PART(part); }
static inline int relata_is_message_part(GMimeObject *part) { return GMIME_IS_MESSAGE_PART(part); }
static inline int relata_is_text_part(GMimeObject *part) { return GMIME_IS_TEXT_PART(part); }
static inline int relata_is_encrypted(GMimeObject *part) { return GMIME_IS_MULTIPART_ENCRYPTED(part); }
static inline GMimeMultipart *relata_multipart(GMimeObject *part) { return GMIME_MULTIPART(part); }
static inline GMimePart *relata_part(GMimeObject *part) { return GMIME_PART(part); }
static inline GMimeTextPart *relata_text_part(GMimeObject *part) { return GMIME_TEXT_PART(part); }
static inline GMimeMessagePart *relata_message_part(GMimeObject *part) { return GMIME_MESSAGE_PART(part); }
static inline GMimeObject *relata_object(GMimeMessage *message) { return GMIME_OBJECT(message); }

#endif
