"""The law of the table, pure: it knows no clock, dice, database or socket.

Time and chance come in as arguments. `law.decide` turns a move into facts or a refusal,
`law.evolve` lets one fact change the state, `law.due` says what the clock owes next.
"""
