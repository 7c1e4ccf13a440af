#!/usr/bin/env node
import { main } from '../dist/mxg.js';

main();
