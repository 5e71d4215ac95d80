/** Articles written for these tests; the people and events in them are invented. */
export const DAM = `Tajikistan Recalls Envoy After Dam Remarks

Tajik Foreign Minister Rustam Halimov; image: Pamir Wire, Olga Brandt

In an unusual step, Tajikistan’s Ministry of Energy has recalled its trade envoy from Tashkent in response to remarks made by Uzbek Deputy Premier, Bakhrom Saliev. The dispute threatens a water agreement that both countries signed in spring, worth $41.5 million.

Tajikistan and Uzbekistan share a river and a power line. Officials on both sides had hoped that the agreement would hold through the winter.

During an interview with state radio, Saliev stated that: “We are not going to wait for a neighbour that sells the same water twice. They promised us six turbines – we counted four… The bill [for repairs] will be paid by them.”

In a statement released after a meeting between envoy Davron Karimov and Tajikistan’s Deputy Minister of Energy, Farrukh Odinaev, Tajikistan expressed regret over Saliev’s words and offered a reply: “Tajikistan honours each article of the agreement and expects the same of its partners,” the statement reads. “Our engineers are ready to open every gate for inspection.”

Traders at the border said that trucks still crossed on Thursday. In the same interview, Saliev stated: “Who reads these agreements? Nobody. Let them bring the turbines first, and then we will talk about water.”

Anna M. Weber

Anna M. Weber

Anna M. Weber is a journalist and editor specialising in rivers and borders. Prior to joining Pamir Wire, she worked for several papers in Vienna.

Her first book on the Pamirs was published in 2019.

www.annamweber.example.com

View more articles fromAnna M. Weber
`;

export const GRAIN = `Экспорт зерна из Казахстана вырос на четверть
Автор: Марина Лосева

АСТАНА, 20 ноября — Казахстан с начала сезона вывез 4,2 млн тонн зерна, сообщило министерство сельского хозяйства. Это на четверть больше, чем год назад, а основными покупателями стали Узбекистан и Иран.

Фото: пресс-служба министерства

«Мы выполним все контракты до конца марта», — сказал министр сельского хозяйства Ерлан Тасболатов. По его словам, вагонов хватает на всех направлениях.

Глава союза мельников Ирина Ковалева заявила: «Проблема не в вагонах, а в «зелёном коридоре» на границе». Союз просит открыть второй пункт пропуска.

Читайте также: Цены на хлеб в столице не изменятся
`;

export const BRIDGE = `Brücke über die Oder bleibt bis März gesperrt

Von Klara Petersen

Frankfurt (Oder), 20. November (dpa) – Die Brücke über die Oder bleibt nach einem Schaden an zwei Pfeilern bis Ende März für Lastwagen gesperrt. Das teilte das polnische Verkehrsministerium am Freitag in Warschau mit.

„Wir können die Sicherheit im Augenblick nicht gewährleisten“, sagte Verkehrsminister Jan Kowalik. Die Reparatur kostet nach ersten Schätzungen 3,4 Millionen Euro.

Bürgermeisterin Petra Lindner sagte: „Für die Betriebe in der Stadt ist das ein schwerer Schlag.“ Der Verein „Offene Grenze“ fordert eine Behelfsbrücke.

Foto: Stadtarchiv
`;

export const SNOW = `Алматыда қалың қар жауды

АЛМАТЫ. 20 қараша. ДалаАқпарат – Алматы қаласында түнде қалың қар жауып, таулы аудандардағы жолдар жабылды. Қала әкімдігінің мәліметінше, көшелерді тазалауға 300 техника шығарылды.

«Біз барлық негізгі жолдарды таңға дейін ашамыз», – деді қала әкімі Ержан Сапаров. Оның айтуынша, мектептер бүгін қашықтан оқиды, ал тауға шығатын жол сенбіге дейін жабық тұрады. Синоптиктер қардың тағы екі күн жауатынын хабарлады.

Фото: қала әкімдігі
`;
