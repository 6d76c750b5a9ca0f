import { useQuery } from '@tanstack/react-query'
import type { HomeAnswer } from '@cenacle/contract/home'
import { http } from '../../lib/http.ts'
import { keys } from '../../lib/keys.ts'

export const useHome = () => useQuery({ queryKey: keys.home, queryFn: () => http.get<HomeAnswer>('/api/home') })
