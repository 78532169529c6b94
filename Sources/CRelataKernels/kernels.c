#include "relata_kernels.h"
