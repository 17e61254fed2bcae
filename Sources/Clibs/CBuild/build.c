#include "build.h"

#define TEXT(words) TEXT_OF(words)
#define TEXT_OF(words) #words

const char *tirazh_version(void) { return TEXT(TIRAZH_VERSION); }

const char *tirazh_commit(void) { return TEXT(TIRAZH_COMMIT); }
