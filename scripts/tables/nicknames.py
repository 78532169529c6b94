"""Short forms of given names: python nicknames.py nicknames_names.csv > nicknames.tsv

Columns: given name in lower case, its short forms separated by spaces. From github.com/carltonnorthern/nicknames (Apache License 2.0);
short forms that English lists lack are added here.
"""
import sys

# Written for this table: diminutives common in news that the list, made from English records, does not know.
ADDED = """
abdullah abdou apo abdul
abdulrahman abdou abdul
adebayo bayo ade
adekunle kunle ade
adewale wale ade
adriana adri
agnieszka aga agnes
aikaterini katerina katia
alberto beto berto tito
alejandro alex ale jandro
aleksander olek sasha alex
aleksandr sasha alex sanya shura alik
aleksandra sasha alex sanya shura ola olenka
aleksei alyosha lyosha alex
aleksey alyosha lyosha alex
alessandra sandra ale
alessandro sandro ale alex
alexander sasha xander zander lex alexi alexej
alexandra sasha alex lexi sandra
alexandre alex xande
alexandros alekos alex
alexandru sandu alecu alex
alexey alyosha lyosha alex
alfonso poncho fonso
amelia meli
anastasia nastya stacy stasia asya
anastasios tasos
anatoly tolya
andras bandi
andrea andri
andrei andryusha andy
andrey andryusha andy
andriy andriyko andrew
andrzej jedrek andrew
anna anya annie nan anni anushka
anton toni tosha
antonella anto nella
antonio toni tono tony nino antonino tonino totonno tonho
arkady arkasha
armando mando
artem tyoma
artur archi art
babatunde tunde baba
barbara basia barbi bara
bartholomeus bart
bartlomiej bartek
beatriz bea bia betty
benjamin benji benny benno
bogdan bodya
boris borya
carlos carlitos charly
caterina cate rina
catherine cathy kate
charalambos babis
charles chuck charly
christoph chris stoffel
chukwudi chudi
chukwuemeka emeka
concepcion concha conchita
consuelo chelo
cornelis kees cor
daniil danya
darya dasha
david dato davo
dimitrios dimitris mitsos takis
dmitri dima mitya
dmitriy dima mitya
dmitry dima mitya
dmytro dima
dolores lola loli
dominik domi dom
dragan gagi
dzmitry dzima dima
eduardo edu lalo eddie
edward edek ed
ekaterina katya kate katyusha
ekaterini katerina
eleftherios lefteris
elena lena lenochka
elisabeth lisa liz lisbeth betty elsa else elli
elizabeth lisa liz lisbeth libby
elizaveta liza
emmanouil manolis
emmanuel manolis manny manu
encarnacion encarna
enrique quique kike rick
ernesto neto ernie
erzsebet erzsi bozsi zsoka
evgeny zhenya gene
ewa ewka
fatima fati fatou
fatoumata fatou
felipe pipe lipe
ferenc feri
fernando nando fer
francesco franco checco cesco
francisco paco pancho curro kiko frank
franziska franzi sissi ziska
friedrich fritz freddy fiete
fyodor fedya
gabriel gabi gabo
gabriela gabi
gabriele gabi
galina galya
gennady gena
georg schorsch
georgi gosho
georgios giorgos yorgos yiorgos george
georgy gosha yura
gheorghe gigi ghita george
giovanna gianna
giovanni gianni nanni vanni
giuseppe beppe peppe pino
gonzalo gonza
grigory grisha
grzegorz grzesiek greg
guadalupe lupe lupita
guillermo memo willy guille
gustavo gus tavo
gyorgy gyuri
hamid hamidou
hans hansi hannes
heinrich heiner heinz henry
hendrik henk rik hein
henryk heniek
hussein huss
ibrahim ibro ibo brahim
ignacio nacho iggy
ignatius iggy
igor gosha
ilya ilyusha
ioannis yannis giannis john
ion ionel nelu
ionut ionel
irina ira irochka
isabel isa bella chabela
istvan pista isti
ivan vanya vanechka
ivana iva ivka
jacob jaap jake
jacobus jaap koos cobus
jadwiga jadzia
jakub kuba kubus
jan janek jas honza jenda
janos jancsi jani
jaroslav jarda
jaroslaw jarek
javier javi
jerzy jurek
jesus chuy suso chucho
jiri jirka
joanna asia joasia
joao joaozinho
joaquin quino joaco
johanna hanna
johannes hannes johann hans jo joop jan
jolanta jola
jorge coco jorgito
jose pepe chepe joe pepito zeca ze
josef sepp pepa jupp
joseph yusuf youssef
jozef joe jozko joop
jozsef joska jozsi
juan juanito johnny juancho
julia yulia jule
julio julito
karel karlik kaja
karina kari
karolina karo
katalin kati kata
katarzyna kasia kaska
kateryna katya
katharina kathi kati kathy trina
kazimierz kazik
khadija khadi
kirill kirya
konstantin kostya
konstantinos kostas costas dinos gus konstantin
krystyna krysia
krzysztof krzysiek chris
ksenia ksyusha
kwabena kobby
kwadwo kojo
kwame kwami
kyriakos kostas
larisa lara
laszlo laci
leonardo leo nardo
leonid lyonya leo
leszek lech
lorenzo renzo lenzo
lourdes lulu
lucia luci chia
luciano lucho ciano
ludwig lutz wiggerl
luis lucho lou
lukasz luki
lyubov lyuba
lyudmila luda mila
maciej maciek
magdalena lena magda leni
magdolna magdi
malgorzata gosia malgosia
manuel manolo manny manu
marcelo chelo
marek mareczek
margaretha greet griet
margarita rita margo marga
margriet greet
maria masha mary mariya marusya mia maja maryla mariola
mariana mari marianka
marina marinka
mariya masha marusya
martin martinko
mateusz mati
matilda tilda
matthias matze hias
mauricio mauri
maxim max
mehmed meho
mehmet memo
mercedes merche meche
michael michi mischa mick
mihai misu mihaita
mikael micke
mikhael misha
mikhail misha mike
miklos miki
milos milosko
miroslav mirek miro slavko
miroslaw mirek
mohamed mo moe hamo momo hamada moha med
mohammad mo moe momo hamada
mohammed mo moe momo hamada moha med
montserrat montse
muhammad mo moe hamada
muhammed memo
mustafa mustapha mujo
mykhailo misha mykhas
mykola kolya
nadezhda nadya
nadiya nadia
natalia natasha nata talia nat
nataliya natasha natalka
nicola nico nick cola
nicolas nico nick
nikita nik
nikola niko
nikolai kolya nick
nikolaos nikos nick
nikolay kolya nick
nora norrie nori norchen nonie
nuria nuri
oksana ksenia ksyusha
oleg olezhka
oleh olezhko
oleksandr sasha sashko shura olek
oleksandra sasha lesya olesya
oleksiy oleksa lyosha
olena lena olenka
olga olya olenka
olha olya
olufemi femi
olumide mide
olusegun segun
oluwaseun seun
orsolya orsi
oscar osquitar
paraskevi voula evi
patricia patri
patricio pato
pavel pasha paul
pavlo pasha pavlik
pawel pawelek paul
pedro perico perucho
petar pero pera
peter pit piet petey peti
petr petya petrik
petro petrik
petros petrakis
petrus piet
philippos filippos
pieter piet
pilar pili
piotr piotrek peter
pyotr petya peter
radoslaw radek
rafael rafa
rafal rafi
raimundo ray mundo
ramon moncho
raul rulo
ricardo richi riki cardo
roberto beto bob
rodrigo rodri
roman romka
rosa rosi rosita
rosario charo
ruben benny
salvador chava salva
salvatore toto turi salvo
samuel sami
sandor sanyi
santiago santi chago yago
sebastiaan bas
sebastian basti seb
sebastiao tiao
sergei seryozha serge
sergejs seryozha
sergey seryozha serge
sergio checo
serhii serhiyko
serhiy serhiyko
silvia silvi
slawomir slawek
slobodan boban boba
sofia sonya sofi sophie
sofiya sonya
solomiya solya
spyridon spyros
stanislav stas slava
stanislava slavka
stanislaw stas staszek stan
stavros stavrakis
stefan steffi steve
stepan styopa
susana susi
svetlana sveta lana
szymon szymek
tadeusz tadek ted
taras tarasyk
tatiana tanya
teodoro teo doro
teofil teo
teresa tere resi
theodor theo teddy
theodoros thodoris
timofey tima
timothy tim
todor tosho
tomas tom tomi
tomasz tomek
tsvetan tsetso
tymofiy tymko
ulrich uli ulli
ursula uschi ulla ursel
vadim vadik
valentin valya
valentina valya
valeriy valera
valery valera
vasil vasko
vasile sile
vasileios vassilis bill
vasily vasya
vasyl vasylko
vera verochka
veronica vero
vicente chente
victor vitya vic
victoria vicky vika toya
viktor vitya vic
viktoria vika
violeta viole
vitaliy vitalik
vitaly vitalik
vladimir vova volodya vlad vlado
vladislav vlad slava
vojtech vojta
volodymyr volodya vova
vuk vule
vyacheslav slava
waclaw wacek
waldemar waldek
wieslaw wiesiek
wilhelm willi willy helm
willem wim pim
wojciech wojtek
wolfgang wolf wolfi
yekaterina katya kate
yelena lena
yevgeny zhenya gene
yevhen zhenya
yevhenia zhenya
yolanda yoli
yulia yulka
yuri yura
yury yura
yusuf joe yus
zbigniew zbyszek
zdenek zdenda
zofia zosia
zoltan zoli
zsuzsanna zsuzsi
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
