// Files that travel inside the binary, so that a copied program runs anywhere.
#pragma once
#include <stddef.h>

typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} EmbeddedFile;

/// All embedded files; `*count` says how many.
const EmbeddedFile *embedded_files(size_t *count);
