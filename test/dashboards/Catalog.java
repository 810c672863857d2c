import java.sql.*;
import java.util.*;

/** What a dashboard asks through JDBC of a tracked table, as TAP. */
public class Catalog
{
	static int n = 0;

	static void check(String name, Object got, Object expected)
	{
		n++;
		if (Objects.equals(got, expected))
			System.out.println("ok " + n + " - " + name);
		else
			System.out.println("not ok " + n + " - " + name + "\n# got: " + got + ", expected: " + expected);
	}

	/** The rows' columns, joined. */
	static List<String> rows(ResultSet r, String... columns) throws SQLException
	{
		List<String> all = new ArrayList<>();
		while (r.next())
		{
			StringJoiner row = new StringJoiner(" ");
			for (String c : columns)
				row.add(String.valueOf(r.getString(c)));
			all.add(row.toString());
		}
		return all;
	}

	static void catalog(DatabaseMetaData m) throws SQLException
	{
		List<String> tables = rows(m.getTables(null, "public", "articles%", new String[] { "TABLE", "VIEW" }),
			"TABLE_NAME", "TABLE_TYPE");
		check("tables and views are listed", tables.containsAll(List.of("articles TABLE", "articles_mentions TABLE",
			"articles_mentions_by_day VIEW")), true);
		check("a comment in Arabic", rows(m.getTables(null, "public", "articles", null), "REMARKS"), List.of("المقالات"));
		check("all of them have remarks", rows(m.getTables(null, "public", "articles%", new String[] { "TABLE", "VIEW" }),
			"REMARKS").stream().noneMatch(r -> r.equals("null") || r.isEmpty()), true);
		check("dimensions have a length, measures are numbers", rows(m.getColumns(null, "public", "articles_mentions", "%"),
			"COLUMN_NAME", "TYPE_NAME", "COLUMN_SIZE").containsAll(List.of("entity_type varchar 20", "name varchar 200",
			"country_code varchar 2", "published_date date 13", "amount numeric 0")), true);
		check("a column's comment", rows(m.getColumns(null, "public", "articles", "title"), "REMARKS"), List.of("العنوان"));
		check("primary key", rows(m.getPrimaryKeys(null, "public", "articles_mentions"), "COLUMN_NAME", "KEY_SEQ"),
			List.of("id 1", "ordinal 2"));
		check("foreign key to the article", rows(m.getImportedKeys(null, "public", "articles_mentions"), "PKTABLE_NAME",
			"PKCOLUMN_NAME", "FKCOLUMN_NAME", "DELETE_RULE"),
			List.of("articles id id " + DatabaseMetaData.importedKeyCascade));
		check("functions are listed", rows(m.getFunctions(null, null, "arabic_entities"), "FUNCTION_NAME", "FUNCTION_TYPE"),
			List.of("arabic_entities " + DatabaseMetaData.functionReturnsTable));
	}

	static List<String> prepared(Connection c, String sql, Object... values) throws SQLException
	{
		try (PreparedStatement s = c.prepareStatement(sql))
		{
			for (int i = 0; i < values.length; i++)
				s.setObject(i + 1, values[i]);
			return rows(s.executeQuery(), "a", "b");
		}
	}

	static void statements(Connection c) throws SQLException
	{
		check("a name as a parameter", prepared(c,
			"select name as a, count(*) as b from articles_mentions where name = ? group by name", "فلاديمير بوتين"),
			List.of("فلاديمير بوتين 2"));
		// six times: from the fifth on the driver prepares on the server
		for (int i = 0; i < 6; i++)
			if (i == 5)
				check("facts of a text that is a parameter", prepared(c,
					"select mention as a, date_from as b from arabic_entities(?, ?) where entity_type = 'date'",
					"وصل أمس", java.sql.Date.valueOf("2024-05-17")), List.of("أمس 2024-05-16"));
			else
				prepared(c, "select mention as a, date_from as b from arabic_entities(?, ?) where entity_type = 'date'",
					"وصل", java.sql.Date.valueOf("2024-05-17"));
		check("a query as a parameter", prepared(c,
			"select id as a, title as b from articles where to_tsvector('arabic_news', body) @@ websearch_to_tsquery('arabic_news', ?) order by id",
			"الرؤساء"), List.of("1 زيارة"));
		check("countries for a map", prepared(c,
			"select m.alpha3 as a, count(*) as b from articles_mentions e join map m on m.code = e.country_code group by 1 order by 1"),
			List.of("CHN 1", "RUS 1"));
		try (PreparedStatement s = c.prepareStatement("insert into articles (id, title, body) values (?, ?, ?)"))
		{
			for (int i = 10; i < 30; i++)
			{
				s.setInt(1, i);
				s.setString(2, "عنوان «" + i + "» \ud83d\udcf0");
				s.setString(3, "وصل بوتين إلى القاهرة");
				s.addBatch();
			}
			check("a batch of inserts", s.executeBatch().length, 20);
		}
		check("what was written comes back", prepared(c, "select id as a, title as b from articles where id = ?", 29),
			List.of("29 عنوان «29» \ud83d\udcf0"));
		try (Statement s = c.createStatement())
		{
			s.executeUpdate("delete from articles where id >= 10");
			s.executeQuery("select arabic_normalize('x', 'loud')");
			check("an error has its SQLSTATE", null, "22023");
		}
		catch (SQLException e)
		{
			check("an error has its SQLSTATE", e.getSQLState(), "22023");
		}
	}

	public static void main(String[] args) throws Exception
	{
		Properties p = new Properties();
		p.setProperty("user", args[1]);
		System.setOut(new java.io.PrintStream(System.out, true, "UTF-8"));
		try (Connection c = DriverManager.getConnection(args[0], p))
		{
			catalog(c.getMetaData());
			statements(c);
		}
		System.out.println("1.." + n);
	}
}
