"""What the addresses of each room name: `FACTORIES` of {address: {part: world → value}}, made on asking if need be."""
