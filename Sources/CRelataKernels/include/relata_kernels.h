#ifndef RELATA_KERNELS_H
#define RELATA_KERNELS_H
#endif
