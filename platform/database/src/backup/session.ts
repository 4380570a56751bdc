import type { ClientBase } from 'pg'

/**
 * Settings of the transaction under which every value has one exact text: names schema-qualified, times in UTC, bytea in
 * hexadecimal, floats in their shortest exact form. A policy that would hide rows raises an error instead.
 */
export async function settleSession(client: ClientBase): Promise<void> {
  const settings = {
    search_path: '',
    timezone: 'UTC',
    datestyle: 'ISO, YMD',
    intervalstyle: 'postgres',
    bytea_output: 'hex',
    extra_float_digits: '1',
    row_security: 'off',
    statement_timeout: '0',
    lock_timeout: '0',
    idle_in_transaction_session_timeout: '0',
    transaction_timeout: '0',
  }
  await client.query('select set_config(name, value, true) from json_each_text($1) setting (name, value)', [JSON.stringify(settings)])
}
