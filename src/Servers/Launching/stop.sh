#!/bin/sh
# Stops whatever is registered in a folder of pid files, the last wave first:
#   stop.sh <folder> <seconds of grace per wave>
# Files are named <wave>-<name> and hold "<pid> <start time> <stop signal>".
folder=$1
grace=$2

alive() {
    read -r stat 2>/dev/null < "/proc/$1/stat" || return 1
    rest=${stat##*) }
    case $rest in Z*) return 1 ;; esac
    [ "$(echo "$rest" | cut -d' ' -f20)" = "$2" ]
}

any_alive() {
    for file in "$folder/$1"-*; do
        read -r pid start _ 2>/dev/null < "$file" && alive "$pid" "$start" && return 0
    done
    return 1
}

for wave in $(ls "$folder" 2>/dev/null | cut -d- -f1 | sort -ru); do
    for file in "$folder/$wave"-*; do
        read -r pid start signal 2>/dev/null < "$file" && alive "$pid" "$start" && kill -s "$signal" "$pid"
    done
    tries=$((grace * 10))
    while any_alive "$wave" && [ "$tries" -gt 0 ]; do
        tries=$((tries - 1))
        sleep 0.1
    done
    for file in "$folder/$wave"-*; do
        # The whole group: each process leads its own, and its children must not outlive it.
        read -r pid start _ 2>/dev/null < "$file" && alive "$pid" "$start" && kill -s KILL -- "-$pid"
        rm -f "$file"
    done
done
