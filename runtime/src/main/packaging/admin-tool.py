#!/usr/bin/env python3
"""Emergency maintenance of DataFlux Func: reset_admin, reset_db_upgrade_seq, clear_redis."""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
JAVA = os.environ.get("DFF_JAVA", "/usr/local/java/bin/java")

os.environ.pop("DFF_JAVA", None)
os.execv(
    JAVA,
    [
        JAVA,
        "@" + os.path.join(HERE, "java.options"),
        "-Xmx64m",
        "-jar",
        os.path.join(HERE, "dataflux-func-runtime.jar"),
        "admin",
        *(sys.argv[1:] or ["--help"]),
    ],
)
