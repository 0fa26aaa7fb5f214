// @tus/server as it comes, with its files in the folder that is its argument.
import http from 'node:http'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'

const { TUS_PORT, TUS_MAX_SIZE, TUS_EXPIRE_MS } = process.env
const datastore = new FileStore({ directory: process.argv[2], expirationPeriodInMilliseconds: Number(TUS_EXPIRE_MS) })
const tus = new Server({ path: '/files', datastore, maxSize: Number(TUS_MAX_SIZE), relativeLocation: true })
// Of a request that breaks off, Node 20's own streams throw outside of any request.
process.on('uncaughtException', (error) => { if (error.code !== 'ERR_INVALID_STATE') { console.error(error); process.exit(1) } })
http.createServer((request, response) => tus.handle(request, response)).listen(Number(TUS_PORT), '127.0.0.1')
