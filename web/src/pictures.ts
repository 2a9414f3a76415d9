// The pictures of the network and of the map, where a hand may want to move them and choose their time.

import { moveMap } from "./_map";
import { chooseMonths } from "./_months";
import { moveNetwork } from "./_network";

moveNetwork();
moveMap();
chooseMonths();
