#ifndef RELATA_CLIBARCHIVE_SHIM_H
#define RELATA_CLIBARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>

#endif
