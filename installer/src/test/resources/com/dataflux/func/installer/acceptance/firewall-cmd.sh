#!/bin/sh
# Answers as firewalld's own program does; the open ports are lines of a file.
ports=/run/open-ports
for argument; do
  case $argument in
    --permanent) ports=$ports.permanent ;;
    --add-port=*) echo "${argument#*=}" >> $ports ;;
    --remove-port=*) sed -i "\#^${argument#*=}\$#d" $ports ;;
    --query-port=*) grep -qsx "${argument#*=}" $ports ;;
  esac
done
