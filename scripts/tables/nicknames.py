"""Short forms of given names: python nicknames.py nicknames_names.csv > nicknames.tsv

Columns: given name in lower case, its short forms separated by spaces. From github.com/carltonnorthern/nicknames (Apache License 2.0);
short forms that English lists lack are added here.
"""
import sys

# Written for this table: diminutives common in news that the list, made from English records, does not know.
ADDED = """
aleksandr sasha alex sanya shura
aleksandra sasha alex sanya shura
alejandro alex ale jandro
alexander sasha xander zander lex alexi alexej
alexandra sasha alex lexi sandra
alexey alyosha lyosha alex
anastasia nastya stacy stasia asya
andrei andryusha andy
anna anya annie nan anni anushka
anatoly tolya
antonio toni tono tony nino
benjamin benji benny benno
boris borya
charles chuck charly
dmitry dima mitya
eduardo edu lalo eddie
ekaterina katya kate katyusha
elena lena lenochka
elisabeth lisa liz lisbeth betty elsa else elli
elizabeth lisa liz lisbeth libby
enrique quique kike rick
ernesto neto ernie
evgeny zhenya gene
fernando nando fer
francesco franco checco cesco
francisco paco pancho curro kiko frank
franziska franzi sissi ziska
friedrich fritz freddy fiete
galina galya
gennady gena
georg schorsch
georgy gosha yura
giovanni gianni nanni vanni
giuseppe beppe peppe pino
gonzalo gonza
guadalupe lupe lupita
guillermo memo willy guille
gustavo gus tavo
hans hansi hannes
heinrich heiner heinz henry
hussein huss
ignacio nacho iggy
igor gosha
irina ira irochka
isabel isa bella chabela
ivan vanya vanechka
javier javi
jesus chuy suso
johannes hannes johann hans jo
jose pepe chepe joe
jozef joe jozko
juan juanito johnny
katharina kathi kati kathy trina
konstantin kostya
larisa lara
leonid lyonya leo
luis lucho lou
lyudmila luda mila
magdalena lena magda leni
manuel manolo manny manu
margarita rita margo marga
maria masha mary mariya marusya mia
mariana mari
matthias matze hias
maxim max
michael michi mischa mick
mikhail misha mike
mohamed mo moe hamo
mohammad mo moe
mohammed mo moe
muhammad mo moe
nadezhda nadya
natalia natasha nata talia nat
nicolas nico nick
nikolai kolya nick
nora norrie nori norchen nonie
olga olya olenka
oksana ksenia ksyusha
pavel pasha paul
peter pit piet petey
piotr piotrek peter
pyotr petya peter
rafael rafa
roberto beto bob
rodrigo rodri
rosario charo
salvador chava salva
sebastian basti seb
sergei seryozha serge
sergio checo
sofia sonya sofi sophie
stanislav stas slava
stefan steffi steve
svetlana sveta lana
tatiana tanya
theodor theo teddy
timofey tima
ulrich uli ulli
ursula uschi ulla ursel
valentina valya
vasily vasya
viktor vitya vic
viktoria vika
vladimir vova volodya vlad
vladislav vlad slava
vyacheslav slava
wilhelm willi willy helm
wolfgang wolf wolfi
yekaterina katya kate
yelena lena
yevgeny zhenya gene
yuri yura
yusuf joe yus
"""

forms = {}
with open(sys.argv[1]) as f:
    next(f)
    for line in f:
        name, _, short = line.strip().split(",")
        forms.setdefault(name, set()).add(short)
for line in ADDED.split("\n"):
    words = line.split()
    if words:
        forms.setdefault(words[0], set()).update(words[1:])
print("""# Given names and their short forms.
# Columns: given name in lower case; short forms separated by spaces.
# Source: github.com/carltonnorthern/nicknames (Apache-2.0) and own additions; made by scripts/tables/nicknames.py.""")
for name in sorted(forms):
    short = sorted(w for w in forms[name] if w != name and len(w) > 1 and w.isalpha())
    if name.isalpha() and short:
        print(f"{name}\t{' '.join(short)}")
