package vn.gopy.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import vn.gopy.fakes.StrictHtml.Refused;

/// What the Bot API double knows of the bot: its webhook, commands and descriptions.
public final class BotProfile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> PORTS = Set.of(-1, 443, 80, 88, 8443);

    private ObjectNode webhook = JSON.createObjectNode();
    private final Map<String, JsonNode> commands = new HashMap<>();
    private final Map<String, String> descriptions = new HashMap<>();
    private final Map<String, String> shortDescriptions = new HashMap<>();
    private int pending;
    private boolean dropped;
    private String lastError = "";
    private long lastErrorDate;

    /// The address that was set; empty when there is none.
    public synchronized String webhook() {
        return webhook.path("url").asText();
    }

    public synchronized String secret() {
        return webhook.path("secret_token").asText();
    }

    public synchronized JsonNode webhookAsSet() {
        return webhook.deepCopy();
    }

    /// Whether anybody ever asked to drop waiting updates.
    public synchronized boolean dropped() {
        return dropped;
    }

    public synchronized JsonNode commands(String language) {
        return commands.getOrDefault(language, JSON.createArrayNode());
    }

    public synchronized String description(String language) {
        return descriptions.getOrDefault(language, "");
    }

    public synchronized String shortDescription(String language) {
        return shortDescriptions.getOrDefault(language, "");
    }

    /// A webhook that somebody set before.
    public synchronized void setWebhook(String url) {
        webhook = JSON.createObjectNode().put("url", url);
    }

    /// Telegram could not deliver.
    public synchronized void failed(long date, String message) {
        lastErrorDate = date;
        lastError = message;
    }

    public synchronized void pending(int updates) {
        pending = updates;
    }

    synchronized String answer(String method, JsonNode body) {
        var language = body.path("language_code").asText();
        if (!language.matches("([a-z]{2})?")) {
            throw new Refused("invalid language_code specified");
        }
        return switch (method) {
            case "setWebhook" -> set(body);
            case "getWebhookInfo" -> info();
            case "deleteWebhook" -> {
                dropped |= body.path("drop_pending_updates").asBoolean();
                webhook = JSON.createObjectNode();
                yield "true";
            }
            case "getMyCommands" -> commands(language).toString();
            case "setMyCommands" -> setCommands(body, language);
            case "getMyDescription" ->
                JSON.createObjectNode().put("description", description(language)).toString();
            case "getMyShortDescription" -> JSON.createObjectNode()
                    .put("short_description", shortDescription(language)).toString();
            case "setMyDescription" -> put(descriptions, language, body.path("description").asText(), 512);
            case "setMyShortDescription" -> put(shortDescriptions, language,
                    body.path("short_description").asText(), 120);
            default -> throw new Refused("method is not known to the double: " + method);
        };
    }

    private String set(JsonNode body) {
        var url = URI.create(body.path("url").asText());
        if (!"https".equals(url.getScheme()) || !PORTS.contains(url.getPort())) {
            throw new Refused("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        }
        if (!body.path("secret_token").asText().matches("[A-Za-z0-9_-]{0,256}")) {
            throw new Refused("secret token contains unallowed characters");
        }
        int connections = body.path("max_connections").asInt(40);
        if (connections < 1 || connections > 100) {
            throw new Refused("max_connections is out of range");
        }
        dropped |= body.path("drop_pending_updates").asBoolean();
        webhook = body.deepCopy();
        lastError = "";
        return "true";
    }

    private String info() {
        var info = JSON.createObjectNode().put("url", webhook()).put("has_custom_certificate", false)
                .put("pending_update_count", pending)
                .put("max_connections", webhook.path("max_connections").asInt(40));
        if (webhook.has("allowed_updates")) {
            info.set("allowed_updates", webhook.get("allowed_updates"));
        }
        if (!lastError.isEmpty()) {
            info.put("last_error_date", lastErrorDate).put("last_error_message", lastError);
        }
        return info.toString();
    }

    private String setCommands(JsonNode body, String language) {
        var list = body.path("commands");
        if (!list.isArray() || list.size() > 100) {
            throw new Refused("too many commands");
        }
        list.forEach(one -> {
            if (!one.path("command").asText().matches("[a-z0-9_]{1,32}")) {
                throw new Refused("BOT_COMMAND_INVALID");
            }
            int length = one.path("description").asText().length();
            if (length < 1 || length > 256) {
                throw new Refused("BOT_COMMAND_DESCRIPTION_INVALID");
            }
        });
        commands.put(language, list);
        return "true";
    }

    private static String put(Map<String, String> texts, String language, String text, int longest) {
        if (text.length() > longest) {
            throw new Refused("description is too long");
        }
        texts.put(language, text);
        return "true";
    }
}
