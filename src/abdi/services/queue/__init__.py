"""The queue: number lines, counters, tickets, and every state a ticket was in."""
