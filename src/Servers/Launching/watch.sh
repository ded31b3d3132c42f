#!/bin/sh
# Waits until its host has gone, however it went, and stops what it left:
#   watch.sh <folder> <seconds of grace per wave> [<folder to remove afterwards>]
# The host alone holds the other end of standard input, so the end of input is the end of the host.
trap '' HUP INT TERM
# Whoever reads the host's output must not wait for us.
exec > /dev/null 2>&1
cat
sh "$(dirname -- "$0")/stop.sh" "$1" "$2"
# A child between fork and registration may come late.
sleep 0.5
sh "$(dirname -- "$0")/stop.sh" "$1" "$2"
[ -z "$3" ] || rm -rf -- "$3"
