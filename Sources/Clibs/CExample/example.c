#include "example.h"

// Swift cannot take files of this size as literals in reasonable time.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char description[] = {
#embed "../../../examples/vpr-math-5/exam.yaml"
};
static const unsigned char list[] = {
#embed "../../../examples/vpr-math-5/список.xlsx"
};
static const unsigned char variant_1[] = {
#embed "../../../examples/vpr-math-5/variant-1.pdf"
};
static const unsigned char variant_2[] = {
#embed "../../../examples/vpr-math-5/variant-2.pdf"
};
static const unsigned char instruction[] = {
#embed "../../../examples/vpr-math-5/instruction.pdf"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} files[] = {
    {"exam.yaml", description, sizeof description},
    {"список.xlsx", list, sizeof list},
    {"variant-1.pdf", variant_1, sizeof variant_1},
    {"variant-2.pdf", variant_2, sizeof variant_2},
    {"instruction.pdf", instruction, sizeof instruction},
};

int tirazh_example_count(void) { return sizeof files / sizeof files[0]; }

const char *tirazh_example_name(int index) { return files[index].name; }

const unsigned char *tirazh_example_bytes(int index, size_t *count) {
  *count = files[index].count;
  return files[index].bytes;
}
