#ifndef RELATA_CGSF_SHIM_H
#define RELATA_CGSF_SHIM_H

// Not <gsf/gsf.h>, which pulls in libxml2 with headers that contradict those of CLibXML2.
#include <gsf/gsf-infile-msole.h>
#include <gsf/gsf-infile.h>
#include <gsf/gsf-input-memory.h>
#include <gsf/gsf-utils.h>

// The cast and the type check of GObject are macros, which Swift does not see.
static inline int relata_is_infile(GsfInput *input) { return GSF_IS_INFILE(input); }
static inline GsfInfile *relata_infile(GsfInput *input) { return GSF_INFILE(input); }

#endif
