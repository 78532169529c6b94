// Read-only memory maps.
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "relata_kernels.h"

const uint8_t *relata_map_file(const char *path, size_t *size, int *error) {
  *size = 0;
  *error = 0;
  int descriptor = open(path, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    *error = errno;
    return NULL;
  }
  struct stat status;
  if (fstat(descriptor, &status) != 0) {
    *error = errno;
    close(descriptor);
    return NULL;
  }
  if (!S_ISREG(status.st_mode) || status.st_size == 0) {
    *error = S_ISDIR(status.st_mode) ? EISDIR : 0;
    close(descriptor);
    return NULL;
  }
  void *bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  *error = bytes == MAP_FAILED ? errno : 0;
  close(descriptor);
  if (bytes == MAP_FAILED) return NULL;
  *size = (size_t)status.st_size;
  return bytes;
}

void relata_unmap_file(const uint8_t *bytes, size_t size) {
  if (bytes) munmap((void *)bytes, size);
}
