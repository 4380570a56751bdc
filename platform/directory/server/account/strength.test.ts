import { describe, expect, it } from 'vitest'
import { judge } from './strength.ts'

const about = ['林晓 Lin Xiao', 'lin.xiao@huadong.example', 'Huadong Precision']

describe('judge', () => {
  it.each(['administrator', 'passwordpassword', 'qwertyuiop123'])('knows %s from lists or as guessable', (password) => {
    expect(judge(password, about)).not.toBe('good')
  })
  it.each(['LinXiaoHuadong', 'huadong-lin.xiao', 'HuadongXiao2026!', 'huadong.example.1'])('refuses %s, made of what everybody knows', (password) => {
    expect(judge(password, about)).toBe('guessable')
  })
  it.each(['four unrelated green words', 'Huadong und sieben grüne Esel', '山高水长春江花月夜明', 'x8$kQ!vR2m#pT'])('takes %s', (password) => {
    expect(judge(password, about)).toBe('good')
  })
})
