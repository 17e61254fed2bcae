#pragma once
#include <stddef.h>

/// How many files the example exam has.
int tirazh_example_count(void);
/// The name of a file, in UTF-8.
const char *tirazh_example_name(int index);
/// The bytes of a file.
const unsigned char *tirazh_example_bytes(int index, size_t *count);
