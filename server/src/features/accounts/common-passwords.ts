/** Stems of the passwords of twelve characters and more that lists of leaked passwords begin with, French ones first. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `motdepasse motdepassemotdepasse motdepasse123 motdepasse1234 azertyuiop azertyuiopqs azertyuiopqsdfghjklm azertyazerty azerty123456
  qwertyuiop qwertyuiopasdf qwertyuiop123 qwerty123456 qwertyqwerty 123456789012 1234567890123 12345678901234 123456123456 123123123123
  password password1234 password12345 passwordpassword passw0rd1234 iloveyou1234 iloveyouiloveyou jetaime jetaime123456 jetaimejetaime
  bonjourbonjour bonjour12345 bonjour bienvenue bienvenue123 administrateur administrator administration adminadminadmin admin1234567
  letmeinletmein changemechangeme changeme1234 welcome12345 welcomewelcome soleilsoleil chouchouchou doudoudoudou loulouloulou marseille
  marseille13 marseille1234 parissaintgermain olympiquedemarseille collectivite communication communicant comitedepilotage lamairie
  abcdefghijkl abcdefghijklm abc123abc123 111111111111 000000000000 1q2w3e4r5t6y 1qaz2wsx3edc zaq12wsxcde3 trustno1trustno1 football1234
  princess1234 sunshine1234 superman1234 starwars1234 dragondragon monkeymonkey nicolas12345 secretsecret`.split(/\s+/),
)
