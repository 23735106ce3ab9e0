/*
 * Preloaded into mailout by the kill matrix: ends it with SIGKILL before or after the Nth thing that it does to the world
 * outside: a connection, a write to a socket (SendGrid, PostgreSQL), a commit of SQLite, an fsync. MAILOUT_TEST_DIE_AT is N,
 * two for each thing: before it, and after it.
 */
const fs = require('node:fs');
const Module = require('node:module');
const { Socket } = require('node:net');

const last = Number(process.env.MAILOUT_TEST_DIE_AT);
/** From this commit of SQLite on, the disk is full. */
const fullFrom = Number(process.env.MAILOUT_TEST_FULL_FROM);
let steps = 0;
let commits = 0;

function step() {
  steps += 1;
  if (steps === last) process.kill(process.pid, 'SIGKILL');
}

function around(owner, name, isStep = () => true) {
  const real = owner[name];
  owner[name] = function (...args) {
    if (!isStep(...args)) return real.apply(this, args);
    step();
    try {
      return real.apply(this, args);
    } finally {
      step();
    }
  };
}

around(Socket.prototype, 'connect');
around(Socket.prototype, '_write');
around(Socket.prototype, '_writev');
around(fs, 'fsyncSync');

const Libsql = Module.createRequire(process.argv[1])('libsql');
around(Libsql.prototype, 'exec', (text) => text === 'commit');
const { exec } = Libsql.prototype;
Libsql.prototype.exec = function (text) {
  if (text !== 'commit') return exec.call(this, text);
  commits += 1;
  if (commits >= fullFrom) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  return exec.call(this, text);
};
