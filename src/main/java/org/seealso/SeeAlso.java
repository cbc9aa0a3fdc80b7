package org.seealso;

import org.seealso.command.SeeAlsoCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class SeeAlso {
    public static void main(String[] args) {
        int code = SeeAlsoCommand.run(SeeAlso.class, args);
        if (code != 0) {
            System.exit(code);
        }
    }
}
