import type { Knex } from 'knex';

/** Topics that people are offered while they type; others can be written as well. */
const known = `
Algebra, Geometry, Trigonometry, Calculus, Statistics, Probability, Descriptive statistics, Linear algebra,
Number theory, Mental arithmetic, Vedic mathematics, Discrete mathematics, Olympiad mathematics, JEE Main,
JEE Advanced, NEET, CBSE Class 10, CBSE Class 12, GATE, CAT, GMAT, GRE, SAT, UPSC, Bank exams, SSC exams,
Physics, Chemistry, Organic chemistry, Biology, Botany, Zoology, Astronomy, Geology, Environmental science,
Electronics, Mechanics, Thermodynamics, Electrical engineering, Civil engineering, Robotics, Arduino,
Coding, Programming, Python, JavaScript, TypeScript, Java, Kotlin, Swift, C, C++, C#, Go, Rust, PHP, Ruby, SQL, R,
HTML and CSS, React, Angular, Vue, Solid, Node.js, Django, Flask, Spring Boot, Flutter, Android development,
iOS development, Web development, Game development, Unity, Data structures, Algorithms, System design, Databases,
PostgreSQL, MongoDB, Git, Linux, Docker, Kubernetes, Cloud computing, DevOps, Networking, Cyber security,
Machine learning, Deep learning, Data science, Data analysis, Artificial intelligence, Computer vision,
Natural language processing, Excel, Power BI, Tableau, Spreadsheets, Scratch, Blockchain,
Guitar, Piano, Keyboard, Violin, Flute, Tabla, Sitar, Harmonium, Drums, Ukulele, Singing, Carnatic music,
Hindustani music, Music theory, Music production, Songwriting,
English, Spoken English, Hindi, Tamil, Telugu, Kannada, Malayalam, Marathi, Bengali, Gujarati, Punjabi, Urdu,
Sanskrit, French, German, Spanish, Japanese, Korean, Mandarin, Arabic, IELTS, TOEFL, Grammar, Creative writing,
Drawing, Painting, Watercolour, Sketching, Calligraphy, Photography, Photo editing, Video editing, Animation,
Graphic design, UI design, UX research, Figma, Illustrator, Photoshop, Blender, Pottery, Origami,
Interview practice, Résumé writing, Public speaking, Communication, Leadership, Negotiation, Time management,
Project management, Product management, Digital marketing, Content writing, Copywriting, Search engine optimisation,
Accounting, Tally, Finance, Personal finance, Stock market, Economics, Business studies, Entrepreneurship, Sales,
History, Geography, Civics, Political science, Psychology, Philosophy, Law,
Yoga, Meditation, Fitness, Nutrition, Cooking, Baking, Dance, Bharatanatyam, Kathak, Chess, Gardening
`;

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('topics', (table) => {
    /** The title as it is compared: lower case. */
    table.text('key').primary();
    table.text('title').notNullable();
  });
  const titles = known
    .replaceAll('\n', ' ')
    .split(',')
    .map((title) => title.trim());
  await knex.batchInsert(
    'topics',
    titles.map((title) => ({ key: title.toLowerCase(), title })),
    50,
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('topics');
}
