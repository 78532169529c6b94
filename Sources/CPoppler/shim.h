#ifndef RELATA_CPOPPLER_SHIM_H
#define RELATA_CPOPPLER_SHIM_H

#include <poppler.h>

#endif
