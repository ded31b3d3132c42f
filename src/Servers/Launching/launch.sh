#!/bin/sh
# Becomes the given command, after it has written down who it is:
#   launch.sh <pid file> <stop signal> <command> [arguments]
# The child registers itself before it becomes the program, so that no crash of the host can leave one that nobody knows.
# The start time (field 22 of /proc/<pid>/stat) tells it from a later process with the same number.
file=$1
signal=$2
shift 2
read -r stat < "/proc/$$/stat"
set -- "$(echo "${stat##*) }" | cut -d' ' -f20)" "$@"
echo "$$ $1 $signal" > "$file"
shift
exec "$@"
