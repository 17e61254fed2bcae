#pragma once

/// The version, as Package.swift says it.
const char *tirazh_version(void);
/// The commit that was built; empty where nobody said which.
const char *tirazh_commit(void);
