#ifndef RELATA_CGRAPHVIZ_SHIM_H
#define RELATA_CGRAPHVIZ_SHIM_H
// Headers come from the installed library (pkg-config libgvc); none is vendored.
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#endif
