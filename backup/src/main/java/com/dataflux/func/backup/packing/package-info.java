/// How dumps are packed on disk: compressed with gzip or zstd, encrypted as OpenPGP messages.
@NullMarked
package com.dataflux.func.backup.packing;

import org.jspecify.annotations.NullMarked;
