import { describe, expect, it } from 'vitest'
import { wrap } from './wrap.ts'

describe('names on the map', () => {
  it('leaves short names, breaks long ones between words, cuts what does not fit', () => {
    expect(wrap('邮件网关', 120)).toBe('邮件网关')
    expect(wrap('Customer relationship management', 130)).toBe('Customer\nrelationship mana…')
    expect(wrap('面向客户的线上订单与交付业务流程', 120)).toBe('面向客户的线上订单与\n交付业务流程')
    expect(wrap('面向客户的线上订单与交付业务流程', 60)).toBe('面向客户的\n线上订单…')
    expect(wrap('Web 服务器（DMZ）', 100)).toBe('Web 服务器\n（DMZ）')
    expect(wrap('统一身份认证系统（生产环境）', 108)).toBe('统一身份认证系统\n（生产环境）')
  })
})
