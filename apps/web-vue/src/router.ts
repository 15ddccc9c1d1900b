import { createRouter, createWebHistory, type Router } from 'vue-router'
import MissingPage from './app/MissingPage.vue'
import ConversationPage from './conversation/ConversationPage.vue'

/** The addresses below `base`: the conversation to come, a conversation, and all that are neither. */
export function createAppRouter(base: string): Router {
  return createRouter({
    history: createWebHistory(base),
    routes: [
      { path: '/', component: ConversationPage, props: { conversationId: null } },
      {
        path: '/c/:conversationId',
        component: ConversationPage,
        props: (route) => ({ conversationId: route.params.conversationId }),
      },
      { path: '/:path(.*)*', component: MissingPage },
    ],
  })
}
