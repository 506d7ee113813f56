package com.dataflux.func.backup.content;

/// How many objects of each sort a dump makes.
public record DumpObjects(int tables, int views, int triggers, int routines, int events) {}
