#ifndef RELATA_CLIBXML2_SHIM_H
#define RELATA_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
// With ICU, libxml2's headers pull in the system's ICU headers, which contradict those of Foundation.
// Without this macro only two trailing fields of xmlCharEncodingHandler are missing; nothing here reads it.
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

// xmlFree is a mutable global function pointer, which Swift may not touch.
static inline void relata_xml_free(void *memory) { xmlFree(memory); }

#endif
