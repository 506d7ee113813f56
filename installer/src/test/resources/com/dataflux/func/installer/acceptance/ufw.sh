#!/bin/sh
# Keeps rules where ufw keeps them. Arguments: [delete] allow PORT/tcp.
rules=/etc/ufw/user.rules
if [ "$1" = delete ]; then
  sed -i "/^### tuple ### allow tcp ${3%/tcp} /d" $rules
else
  echo "### tuple ### allow tcp ${2%/tcp} 0.0.0.0/0 any 0.0.0.0/0 in" >> $rules
fi
