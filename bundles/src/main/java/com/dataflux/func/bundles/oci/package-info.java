/// Images as the OCI specifications write them: manifests, layouts, and the archives of `docker
/// save`.
@NullMarked
package com.dataflux.func.bundles.oci;

import org.jspecify.annotations.NullMarked;
