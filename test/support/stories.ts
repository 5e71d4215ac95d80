/** Articles of invented people and events, as an editor pastes them. */

/** 4,900 characters, so a client sends it as two messages; with all the furniture of a news site. */
export const LONG_STORY = `Kazakhstan Halts Grain Transit to Uzbekistan After Border Quarrel

Freight wagons wait at the Saryagash crossing; photo: Steppe Wire, Dana Orlova

Kazakhstan’s Ministry of Transport has halted the transit of grain to Uzbekistan for ten days, after a quarrel over inspections at the Saryagash crossing left 312 wagons standing on the line. The decision is the sharpest step in a dispute that traders on both sides had expected to end before the harvest.

The two countries signed an agreement on joint inspections in 2024, and for a year it worked as planned. Trains were checked once, at the border, by officers of both states, and the time that a wagon spent there fell from four days to nine hours. Since September, however, inspectors in Uzbekistan have opened the wagons a second time in Keles, and the queue has grown again.

Traders say that the delay costs them dearly. A wagon that stands still is charged by the day, and the flour mills of Tashkent have begun to buy from farther away. According to the Union of Grain Exporters, shipments in October were 38 percent lower than in the same month last year, and the price of second-class wheat rose by $14 a ton.

The Kazakh railway had warned of the step in a letter that was sent to its Uzbek partner in early November. It asked for a list of the wagons that had been opened twice, and for the reasons. An answer came a week later, and it named neither the wagons nor the officers who had checked them.

At a meeting with exporters in Shymkent, Transport Minister Yerlan Dosmukhanov defended the halt: “We waited for nine weeks, and we wrote four letters. A train that is inspected twice is a train that is late twice… Nobody in Tashkent told us what they were looking for. If the second inspection ends, the first train leaves within the hour, and I will be at the crossing myself to see it off.”

Uzbekistan’s railway company answered within hours. It said that the second inspection had been asked for by its own plant protection service, which found weevils in eleven wagons in August, and it rejected the charge that anyone had been left in the dark: “Every finding was reported to the Kazakh side on the day that it was made,” the company’s statement reads. “We are ready to show the records to any commission, today or tomorrow. The halt harms the mills and the bakers of both countries, and it should be lifted without conditions.”

The quarrel comes at an awkward time. Presidents of the region are to meet in Samarkand in December, and a plan for a common customs post is on the table. Officials in Astana say that the plan is not in danger, but that it needs trust, and that trust is short at the moment.

Farmers in the north of Kazakhstan, who had a record harvest, watch the dispute with growing worry. Elevators are full, and the trains that would empty them stand at the wrong end of the country. Some have begun to sell to buyers in Russia at a discount, and others have asked the government to pay for the storage.

Dosmukhanov, asked whether he would wait for the December meeting, said that he would not. “I do not need a summit to open a gate,” he told reporters on the platform. “I need one telephone call from Tashkent, and it may come at night.”

The Union of Grain Exporters has asked both governments for a common list of findings, which would be kept at the crossing and signed by both sides. It says that a similar list has been kept at the Chinese border for years, and that no wagon has been opened twice there since.

A commission of both railways is to meet in Shymkent on Thursday. If it agrees, the first trains could cross on Friday, and the wagons that have waited longest would be taken first.

Timur Abenov

Timur Abenov

Timur Abenov is a journalist and editor who writes about trade and transport in Central Asia. Before joining Steppe Wire, he has worked for newspapers in Almaty and Bishkek, and for a business magazine in Istanbul.

His book on the railways of the steppe was published in 2019. He is currently working on a second one.

www.timurabenov.example

View more articles fromTimur Abenov`;

/** Short enough for one message: 700 characters. */
export const SHORT_STORY = `Belarus Opens Ferry Line Across Lake Narach

By Alena Hryshko

MINSK, Nov 20 (Lake News) — Belarus opened its first ferry line across Lake Narach on Friday, linking two resorts that are 40 kilometres apart by road. The boat carries 60 people and runs four times a day from May to October.

“People have asked for this boat since my grandfather’s time,” said Pavel Rudzko, who heads the Narach district council. “It is small, but it is ours.”

The line cost 1.2 million roubles, half of which came from the district. The council expects 30,000 passengers in the first summer, and wants to add a second boat in 2028 if they come.`;

/** In Russian, with guillemets and a dash. */
export const RUSSIAN_STORY = `Казахстан построит водохранилище на реке Талас

Автор: Ирина Соколова

АСТАНА, 19 ноября — Казахстан построит на реке Талас новое водохранилище объёмом 80 миллионов кубометров. Об этом сообщил министр водных ресурсов Нурлан Сейтов на встрече с фермерами Жамбылской области.

«Мы больше не можем ждать милости от погоды, — сказал Сейтов. — Вода придёт на поля к весне 2028 года».

Строительство обойдётся в 42 миллиарда тенге. Фермеры просили о водохранилище с 2019 года, когда засуха уничтожила треть урожая. Соседний Кыргызстан, где начинается река, согласовал проект в октябре.`;
