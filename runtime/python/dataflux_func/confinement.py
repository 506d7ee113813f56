"""What keeps one function process from the service, from other calls, and from the host."""

import ctypes
import os
import resource
import shutil
import signal

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_CAPBSET_DROP = 24
_PR_SET_NO_NEW_PRIVS = 38
_CAP_CHOWN, _CAP_SETGID, _CAP_SETUID, _CAP_KILL = 0, 6, 7, 5
_CALLS_FD = 3
_MOST_FILE_BYTES = 1 << 30
_MOST_PROCESSES = 256
_MOST_DESCRIPTORS = 1024
_KILLER = 5000  # beyond every slot's number; the user of nothing else

_libc = ctypes.CDLL(None, use_errno=True)


def make_home(arguments, slot):
    """The directory that only this slot's user and the service may enter."""
    home = os.path.join(arguments.homes, "slot-%d" % slot)
    if not os.path.isdir(home):
        os.mkdir(home, 0o700)
        os.chmod(home, 0o770)
        if arguments.uid_base is not None:
            os.chown(home, arguments.uid_base + slot, arguments.service_uid or 0)
    return home


def keep_descriptors(calls, log):
    """Leaves standard input empty, both outputs on the log, the calls on 3, and nothing else open."""
    calls_fd = os.dup(calls.detach())
    log_fd = os.dup(log.detach())
    high_calls, high_log = 1000, 1001
    os.dup2(calls_fd, high_calls)
    os.dup2(log_fd, high_log)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(high_log, 1)
    os.dup2(high_log, 2)
    os.dup2(high_calls, _CALLS_FD, inheritable=False)
    os.closerange(_CALLS_FD + 1, 4096)
    return _CALLS_FD


def become(arguments, slot, hello, home):
    """Gives up root for the slot's own user, for good, and takes on the limits."""
    os.setsid()
    os.umask(0o077)
    try:
        with open("/proc/self/oom_score_adj", "w") as score:
            score.write("800")
    except OSError:
        pass
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_MOST_FILE_BYTES, _MOST_FILE_BYTES))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_MOST_DESCRIPTORS, _MOST_DESCRIPTORS))
    if arguments.uid_base is not None:
        uid = arguments.uid_base + slot
        resource.setrlimit(resource.RLIMIT_NPROC, (_MOST_PROCESSES, _MOST_PROCESSES))
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
    memory = int(hello.get("memory", 0))
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    _libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    _libc.prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0)
    empty(home)
    os.chdir(home)
    os.environ.clear()
    os.environ.update(
        PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        HOME=home,
        TMPDIR=home,
        LANG="C.UTF-8",
        PYTHONPATH=arguments.packages,
        TZ=hello.get("timezone", "UTC"),
    )


def empty(home):
    """Removes what an earlier call left in the directory."""
    with os.scandir(home) as entries:
        for entry in entries:
            try:
                if entry.is_dir(follow_symlinks=False):
                    shutil.rmtree(entry.path, ignore_errors=True)
                else:
                    os.unlink(entry.path)
            except OSError:
                pass


def kill_slot(arguments, slot, pids):
    """Kills every process of the slot's user: also those that left the group or ignore signals."""
    if arguments.uid_base is None:
        for pid in pids:
            try:
                os.killpg(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        return
    killer = os.fork()
    if killer == 0:
        try:
            uid = arguments.uid_base + slot
            # Effective: may signal the slot's processes. Real and saved: nobody's, so that they
            # cannot signal back.
            nobody = arguments.uid_base + _KILLER
            os.setresuid(nobody, uid, nobody)
            os.kill(-1, signal.SIGKILL)
        finally:
            os._exit(0)
    os.waitpid(killer, 0)


def keep_only_what_forking_needs():
    """Drops every capability from what may ever be had again, apart from those that forking needs."""
    if os.geteuid() != 0:
        return
    kept = {_CAP_CHOWN, _CAP_SETGID, _CAP_SETUID, _CAP_KILL}
    for capability in range(64):
        if capability not in kept:
            _libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0)
    mask = sum(1 << capability for capability in kept)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    data = (ctypes.c_uint32 * 6)(mask, mask, 0, 0, 0, 0)
    _libc.capset(ctypes.byref(header), ctypes.byref(data))


def adopt_orphans():
    """Makes children of children show up here, so that none stays unseen when its parent ends."""
    _libc.prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER
