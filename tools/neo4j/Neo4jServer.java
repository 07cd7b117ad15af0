import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** Neo4j Community over Bolt on loopback: HOME PORT CONF, the password in the environment, ends on SIGTERM. */
public final class Neo4jServer {
    public static void main(String[] arguments) throws InterruptedException {
        Path home = Path.of(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        DatabaseManagementService server = new DatabaseManagementServiceBuilder(home)
                .loadPropertiesFromFile(Path.of(arguments[2]))
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port))
                .setConfig(BoltConnector.advertised_address, new SocketAddress("127.0.0.1", port))
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        // Neo4j refuses a new password that equals the old one, which it is from the second start on.
        setPassword(server, UUID.randomUUID().toString());
        setPassword(server, System.getenv("TIENGVANG_GRAPH_PASSWORD"));
        System.out.println("READY");
        Thread.currentThread().join();
    }

    private static void setPassword(DatabaseManagementService server, String password) {
        try (var transaction = server.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME).beginTx()) {
            transaction.execute(
                    "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
            transaction.commit();
        }
    }
}
